"use strict";

// The page works without this file. With it, answers come without loading the page again, and lines complete while they are typed.

const log = document.getElementById("log");
const ask = document.getElementById("ask");
const box = document.getElementById("line");
const list = document.getElementById("suggestions");
const status = document.getElementById("status");

const asked = [];
let back = 0;
let waiting = false;

/* Asking */

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.action.endsWith("/ask")) return;
  event.preventDefault();
  if (waiting) return;
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const line = (fields.get("line") || "").trim();
  if (line) send(form, fields, line, event.submitter);
});

async function send(form, fields, line, pressed) {
  const turned = line.includes(" page:") ? form.closest(".turn[id]") : null;
  const typed = form === ask;
  close();
  waiting = true;
  fields.set("part", "1");
  status.textContent = status.dataset.busy;
  const pending = turned || pendingTurn(line);
  log.setAttribute("aria-busy", "true");
  if (typed) {
    asked.push(line);
    back = asked.length;
    box.value = "";
  }
  try {
    const response = await fetch(form.action, { method: "POST", body: fields });
    if (!response.ok) throw new Error(await response.text());
    const turn = parse(await response.text());
    pending.replaceWith(turn);
    settle(turn, turned, typed, pressed);
    status.textContent = "";
  } catch (error) {
    fail(pending, turned, typed ? line : "", error);
  } finally {
    waiting = false;
    log.removeAttribute("aria-busy");
  }
}

// Keeps the reader's place: typing goes on in the box, a turned page keeps its button, a pressed button leads to the answer.
function settle(turn, turned, typed, pressed) {
  if (turned) {
    const label = pressed && pressed.textContent;
    const same = [...turn.querySelectorAll(".press")].find((button) => button.textContent === label);
    (same || turn).focus({ preventScroll: true });
    turn.scrollIntoView({ block: "nearest" });
    return;
  }
  turn.scrollIntoView({ block: "start" });
  if (!typed) turn.focus({ preventScroll: true });
}

function fail(pending, turned, line, error) {
  const message = error instanceof TypeError || !error.message ? status.dataset.lost : error.message;
  if (turned) {
    status.textContent = message;
    return;
  }
  const bubble = pending.querySelector(".bubble");
  bubble.textContent = message;
  bubble.classList.add("problem");
  if (!box.value) box.value = line;
  status.textContent = "";
}

function parse(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.querySelector(".turn");
}

function pendingTurn(line) {
  const turn = element("article", "turn");
  const question = element("p", "asked", line);
  const answer = element("div", "answer");
  const bubble = element("div", "bubble");
  const dots = element("span", "dots");
  dots.setAttribute("aria-hidden", "true");
  dots.append(element("i"), element("i"), element("i"));
  bubble.append(dots);
  answer.append(bubble);
  turn.append(question, answer);
  log.append(turn);
  turn.scrollIntoView({ block: "end" });
  return turn;
}

function element(name, kind = "", text = "") {
  return Object.assign(document.createElement(name), { className: kind, textContent: text });
}

/* Posts: what the bot posts appears while the page is open */

const betweenLooks = 5000;

async function look() {
  if (document.hidden) return;
  try {
    const response = await fetch("/posts?after=" + log.dataset.posted);
    if (response.ok) show(await response.text());
  } catch (error) {
    // The service is away; the next look may find it again.
  }
}

// Those who read the end go on reading the end; nobody else is moved.
function show(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const turns = [...holder.content.querySelectorAll(".turn[id]")].filter((turn) => !document.getElementById(turn.id));
  if (!turns.length) return;
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  log.append(...turns);
  log.dataset.posted = Math.max(log.dataset.posted, ...turns.map((turn) => -parseInt(turn.id.slice("turn-".length), 10)));
  if (atEnd) turns[0].scrollIntoView({ block: "start" });
}

setInterval(look, betweenLooks);
document.addEventListener("visibilitychange", look);

/* Completing: the combobox pattern of the ARIA Authoring Practices */

box.setAttribute("role", "combobox");
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", list.id);
box.setAttribute("aria-expanded", "false");

let lookUp = null;
let completed = "";

box.addEventListener("input", complete);
box.addEventListener("blur", close);

async function complete() {
  if (lookUp) lookUp.abort();
  choose(-1);
  if (!box.value.startsWith("/")) return close();
  lookUp = new AbortController();
  try {
    const response = await fetch("/complete?line=" + encodeURIComponent(box.value), { signal: lookUp.signal });
    if (response.ok) open(await response.json());
  } catch (error) {
    if (error.name !== "AbortError") close();
  }
}

function open(suggestions) {
  completed = box.value;
  list.replaceChildren(...suggestions.map(option));
  list.hidden = suggestions.length === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
  choose(-1);
  status.textContent = list.hidden ? "" : suggestions.length + " " + status.dataset.count;
}

function option(suggestion, at) {
  const item = element("li");
  item.id = "suggestion-" + at;
  item.setAttribute("role", "option");
  item.dataset.line = suggestion.line;
  item.append(element("b", "", suggestion.label), " ", element("span", "", suggestion.detail || ""));
  // Not click: the box must keep the focus.
  item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(item); });
  return item;
}

function close() {
  if (lookUp) lookUp.abort();
  open([]);
}

function choose(at) {
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
  const chosen = list.children[at];
  if (chosen) {
    box.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else {
    box.removeAttribute("aria-activedescendant");
  }
}

// A list that typing has overtaken would take the new letters away.
function take(item) {
  if (box.value !== completed) return;
  box.value = item.dataset.line;
  box.focus();
  complete();
}

box.addEventListener("keydown", (event) => {
  const items = [...list.children];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.isComposing) return;
  if (event.key === "Escape" && items.length) close();
  else if (step && items.length) choose(at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length);
  else if (step && asked.length && (!box.value || asked.includes(box.value))) recall(step);
  else if (event.key === "Tab" && items.length && !event.shiftKey) take(items[Math.max(at, 0)]);
  else if (event.key === "Enter" && at >= 0) take(items[at]);
  else return;
  event.preventDefault();
});

// What was asked before, as in a shell.
function recall(step) {
  back = Math.min(Math.max(back + step, 0), asked.length);
  box.value = asked[back] || "";
}

if (location.hash === "" && log.lastElementChild.id) log.lastElementChild.scrollIntoView({ block: "start" });
