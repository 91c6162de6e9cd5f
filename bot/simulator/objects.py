"""The objects that parameters hold, field by field, as the Bot API 10.0 declares them."""

from collections.abc import Mapping

from bot.simulator.parameters import Declared, declare

# Unions, such as the four kinds of reply markup, are declared as one object with the fields of all.
OBJECTS: Mapping[str, Declared] = {
    name: declare(fields)
    for name, fields in {
        "BotCommand": "command!:String description!:String",
        "BotCommandScope": "type!:String chat_id:Chat user_id:Integer",
        "InlineKeyboardButton": (
            "text!:String icon_custom_emoji_id:String style:String url:String callback_data:String "
            "web_app:WebAppInfo login_url:LoginUrl switch_inline_query:String "
            "switch_inline_query_current_chat:String switch_inline_query_chosen_chat:ChosenChat "
            "copy_text:CopyTextButton callback_game:CallbackGame pay:Boolean"
        ),
        "ChosenChat": (
            "query:String allow_user_chats:Boolean allow_bot_chats:Boolean allow_group_chats:Boolean "
            "allow_channel_chats:Boolean"
        ),
        "CopyTextButton": "text!:String",
        "InlineQueryResult": (
            "type!:String id!:String title:String input_message_content:InputTextMessageContent "
            "reply_markup:ReplyMarkup url:String description:String thumbnail_url:String "
            "thumbnail_width:Integer thumbnail_height:Integer"
        ),
        "InlineQueryResultsButton": "text!:String web_app:WebAppInfo start_parameter:String",
        "InputTextMessageContent": (
            "message_text!:String parse_mode:String entities:[MessageEntity] "
            "link_preview_options:LinkPreviewOptions"
        ),
        "KeyboardButton": (
            "text!:String icon_custom_emoji_id:String style:String request_users:Object request_chat:Object "
            "request_managed_bot:Object request_contact:Boolean request_location:Boolean request_poll:Object "
            "web_app:WebAppInfo"
        ),
        "LinkPreviewOptions": (
            "is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean "
            "show_above_text:Boolean"
        ),
        "LoginUrl": "url!:String forward_text:String bot_username:String request_write_access:Boolean",
        "MenuButton": "type!:String text:String web_app:WebAppInfo",
        "MessageEntity": (
            "type!:String offset!:Integer length!:Integer url:String user:Object language:String "
            "custom_emoji_id:String unix_time:Integer date_time_format:String"
        ),
        "ReactionType": "type!:String emoji:String custom_emoji_id:String",
        "ReplyMarkup": (
            "inline_keyboard:[[InlineKeyboardButton]] keyboard:[[KeyboardButton]] is_persistent:Boolean "
            "resize_keyboard:Boolean one_time_keyboard:Boolean input_field_placeholder:String "
            "selective:Boolean remove_keyboard:Boolean force_reply:Boolean"
        ),
        "ReplyParameters": (
            "message_id!:Integer chat_id:Chat allow_sending_without_reply:Boolean quote:String "
            "quote_parse_mode:String quote_entities:[MessageEntity] quote_position:Integer "
            "checklist_task_id:Integer poll_option_id:String"
        ),
        "WebAppInfo": "url!:String",
    }.items()
}
