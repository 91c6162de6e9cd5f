"""The methods of the Bot API that the local Telegram has: their parameters, and what answers them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.api import answering, changing, looking, presenting, receiving, sending
from bot.simulator.parameters import Declared, declare
from bot.simulator.world import World

Handler = Callable[[World, Mapping[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Method:
    """A parameter of the Bot API that is not declared here is one the local Telegram could not honour."""

    parameters: Declared
    handle: Handler


_PLACE = "chat_id!:Chat message_thread_id:Integer "
_MANNER = (
    " disable_notification:Boolean protect_content:Boolean message_effect_id:String "
    "allow_paid_broadcast:Boolean reply_parameters:ReplyParameters reply_markup:ReplyMarkup"
)
_TEXT = "text!:String parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions"
_CAPTION = "caption:String parse_mode:String caption_entities:[MessageEntity]"
_EDITED = "chat_id:Chat message_id:Integer inline_message_id:String reply_markup:ReplyMarkup "
_MESSAGE = "chat_id!:Chat message_id!:Integer "
_SCOPED = "scope:BotCommandScope language_code:String"
_LANGUAGE = "language_code:String"
_WEBHOOK = (
    "url:String certificate:File ip_address:String max_connections:Integer allowed_updates:[String] "
    "drop_pending_updates:Boolean secret_token:String"
)
_INLINE_ANSWER = (
    "inline_query_id!:String results!:[InlineQueryResult] cache_time:Integer is_personal:Boolean "
    "next_offset:String button:InlineQueryResultsButton"
)

_RECEIVING: dict[str, tuple[str, Handler]] = {
    "getUpdates": (
        "offset:Integer limit:Integer timeout:Integer allowed_updates:[String]",
        receiving.get_updates,
    ),
    "setWebhook": (
        _WEBHOOK,
        receiving.set_webhook,
    ),
    "deleteWebhook": ("drop_pending_updates:Boolean", receiving.delete_webhook),
    "getWebhookInfo": ("", receiving.get_webhook_info),
    "logOut": ("", receiving.log_out),
    "close": ("", receiving.close),
}

_TALKING: dict[str, tuple[str, Handler]] = {
    "sendMessage": (_PLACE + _TEXT + _MANNER, sending.send_message),
    "sendPhoto": (
        _PLACE + "photo!:File has_spoiler:Boolean show_caption_above_media:Boolean " + _CAPTION + _MANNER,
        sending.send_photo,
    ),
    "sendDocument": (
        _PLACE + "document!:File disable_content_type_detection:Boolean " + _CAPTION + _MANNER,
        sending.send_document,
    ),
    "sendChatAction": (_PLACE + "action!:String", sending.send_chat_action),
    "editMessageText": (_EDITED + _TEXT, changing.edit_message_text),
    "editMessageCaption": (_EDITED + _CAPTION, changing.edit_message_caption),
    "editMessageReplyMarkup": (_EDITED, changing.edit_message_reply_markup),
    "deleteMessage": (_MESSAGE, changing.delete_message),
    "pinChatMessage": (_MESSAGE + "disable_notification:Boolean", changing.pin_chat_message),
    "setMessageReaction": (
        _MESSAGE + "reaction:[ReactionType] is_big:Boolean",
        changing.set_message_reaction,
    ),
    "answerCallbackQuery": (
        "callback_query_id!:String text:String show_alert:Boolean url:String cache_time:Integer",
        answering.answer_callback_query,
    ),
    "answerInlineQuery": (
        _INLINE_ANSWER,
        answering.answer_inline_query,
    ),
}

_LOOKING: dict[str, tuple[str, Handler]] = {
    "getChat": ("chat_id!:Chat", looking.get_chat),
    "getChatMember": ("chat_id!:Chat user_id!:Integer", looking.get_chat_member),
    "getChatAdministrators": ("chat_id!:Chat return_bots:Boolean", looking.get_chat_administrators),
    "getChatMemberCount": ("chat_id!:Chat", looking.get_chat_member_count),
    "getFile": ("file_id!:String", looking.get_file),
    "leaveChat": ("chat_id!:Chat", looking.leave_chat),
}

_PRESENTING: dict[str, tuple[str, Handler]] = {
    "getMe": ("", presenting.get_me),
    "setMyCommands": ("commands!:[BotCommand] " + _SCOPED, presenting.set_my_commands),
    "deleteMyCommands": (_SCOPED, presenting.delete_my_commands),
    "getMyCommands": (_SCOPED, presenting.get_my_commands),
    "setMyName": ("name:String " + _LANGUAGE, presenting.setter("name", 64)),
    "getMyName": (_LANGUAGE, presenting.getter("name")),
    "setMyDescription": ("description:String " + _LANGUAGE, presenting.setter("description", 512)),
    "getMyDescription": (_LANGUAGE, presenting.getter("description")),
    "setMyShortDescription": (
        "short_description:String " + _LANGUAGE,
        presenting.setter("short_description", 120),
    ),
    "getMyShortDescription": (_LANGUAGE, presenting.getter("short_description")),
    "setChatMenuButton": ("chat_id:Integer menu_button:MenuButton", presenting.set_chat_menu_button),
    "getChatMenuButton": ("chat_id:Integer", presenting.get_chat_menu_button),
}

METHODS: Mapping[str, Method] = {
    name: Method(declare(parameters), handle)
    for name, (parameters, handle) in (_RECEIVING | _TALKING | _LOOKING | _PRESENTING).items()
}
