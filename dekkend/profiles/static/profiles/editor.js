// How does the form save itself while someone types? Everything also works without this file: then the buttons post the whole part.
import { start as followLists } from "./editor-lists.js";
import { start as followText } from "./editor-text.js";
import { Keeper } from "./editor-keeper.js";
import { follow } from "./editor-presence.js";
import { Rows } from "./editor-rows.js";
import { Sender } from "./editor-sender.js";
import { Status } from "./editor-status.js";

const PAUSE = 800; // milliseconds without a key before a field is sent
const form = document.querySelector("[data-editor]");

if (form) {
  const status = new Status(document);
  const keeper = new Keeper(form.dataset.person, form.dataset.draft, () => status.show("full"));
  const rows = new Rows(form);
  const sender = new Sender(form, { status, keeper, rows });
  const timers = new Map();

  const later = (row, pause) => {
    clearTimeout(timers.get(row.dataset.item));
    timers.set(row.dataset.item, setTimeout(() => sender.send(row), pause));
  };
  const changed = (target, pause = PAUSE) => {
    const row = target.closest("[data-item]");
    if (!row || rows.renewing || target.matches("[data-aside], [type=file]")) return;
    rows.touch(row);
    keeper.keep(row.dataset.item, rows.fields(row), rows.base(row));
    if (!("clash" in row.dataset)) later(row, pause);
  };

  form.addEventListener("input", (event) => changed(event.target));
  form.addEventListener("change", (event) => changed(event.target, 0));
  form.addEventListener("focusout", (event) => {
    const row = event.target.closest("[data-item]");
    if (row && !rows.renewing && rows.touched(row) && !("clash" in row.dataset)) later(row, 0);
  });

  // A button beside one field needs no new page. Before any other, what was typed is sent: a page that goes takes nothing with it.
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    const row = button && button.closest("[data-item]");
    if (sender.leaving) return;
    event.preventDefault();
    if (button && "do" in button.dataset && row) {
      sender.deed(row, button.value);
      return;
    }
    const clash = form.querySelector("[data-clash-box]");
    if (clash) {
      clash.focus();
      return;
    }
    const sent = await sender.flush();
    const open = form.querySelector("[data-clash-box]") || form.querySelector("[aria-invalid]");
    if (open) open.focus();
    if (!sent || open) return;
    sender.leaving = true;
    setTimeout(() => form.requestSubmit(button)); // within its own submit event a form sends nothing
    setTimeout(() => (sender.leaving = false), 5000);
  });

  const typing = (target) => target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      form.requestSubmit(form.querySelector('[name="do"][value="next"]'));
    } else if (event.key.toLowerCase() === "z" && !event.shiftKey && !typing(event.target)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[data-undo]"));
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (!sender.leaving && sender.waiting()) event.preventDefault();
  });
  window.addEventListener("online", () => sender.again());
  window.addEventListener("offline", () => status.show("offline"));

  followText(form, { status });
  followLists(form, { status, changed });
  follow(form, { rows });
  keeper.offer(document, rows, (path) => {
    const row = rows.find(path);
    if (row) sender.send(row);
  });
}
