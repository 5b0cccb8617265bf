// A bot of the same kind as ours on grammY: lists its commands, asks for updates, answers with HTML and buttons, turns a page, sends and fetches
// files, answers inline questions and presses, and waits when it is told to. Ends when its input is closed. Settings: TELEGRAM_ROOT, TELEGRAM_TOKEN.
import { autoRetry } from "@grammyjs/auto-retry";
import { Bot, InlineKeyboard, InputFile } from "grammy";

const bot = new Bot(process.env.TELEGRAM_TOKEN, { client: { apiRoot: process.env.TELEGRAM_ROOT } });
bot.api.config.use(autoRetry());

const look = { parse_mode: "HTML", link_preview_options: { is_disabled: true } };
const page = (number) => ({ ...look, reply_markup: new InlineKeyboard().text("Next", `page:${number + 1}`) });

// In a group an answer says whom it answers; in a topic it stays there.
const place = (ctx) => ctx.chat.type === "private" ? {} : {
  message_thread_id: ctx.message.message_thread_id,
  reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true },
};

bot.command("latest", (ctx) => ctx.api.sendMessage(ctx.chat.id, "<b>Latest</b>\n1. <a href=\"https://example.org/ports?a=1&amp;b=2\">Ports &amp; piers</a>", { ...page(1), ...place(ctx) }));
bot.command("help", (ctx) => ctx.api.sendMessage(ctx.chat.id, "<b>Help</b>\n/latest", { ...look, ...place(ctx) }));
bot.command("source", (ctx) => ctx.match === "export"
  ? ctx.api.sendDocument(ctx.chat.id, new InputFile(new TextEncoder().encode("<opml version=\"2.0\"/>"), "sources.opml"), { caption: "<b>Sources</b>", parse_mode: "HTML" })
  : ctx.api.sendMessage(ctx.chat.id, "<i>Say what to do.</i>", look));

bot.callbackQuery(/^page:(\d+)$/, async (ctx) => {
  const number = Number(ctx.match[1]);
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(`<b>Page ${number}</b>`, page(number));
});

bot.on("message:document", async (ctx) => {
  const file = await ctx.getFile();
  const answer = await fetch(`${process.env.TELEGRAM_ROOT}/file/bot${process.env.TELEGRAM_TOKEN}/${file.file_path}`);
  await ctx.api.sendMessage(ctx.chat.id, `Read ${(await answer.text()).length} letters of it`, look);
});

bot.on("inline_query", (ctx) => ctx.answerInlineQuery(
  [{ type: "article", id: "1", title: "Varga", input_message_content: { message_text: "<b>Varga</b>", ...look } }],
  { cache_time: 60, is_personal: true },
));

bot.on("my_chat_member", () => {});
bot.catch((failure) => {
  console.error(failure.message);
  process.exitCode = 1;
});

// Asked by itself: start() would ask for it beside its first other request, in either order.
await bot.init();
await bot.api.setMyCommands([{ command: "latest", description: "The newest articles" }, { command: "help", description: "What there is" }], { scope: { type: "all_private_chats" } });
process.stdin.resume().on("end", () => bot.stop());
await bot.start({
  timeout: 45,
  allowed_updates: ["message", "edited_message", "channel_post", "callback_query", "inline_query", "my_chat_member"],
});
