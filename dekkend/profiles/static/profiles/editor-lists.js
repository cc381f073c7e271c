// How does a list of lines grow, shrink and change its order, by mouse and by keyboard?

export function start(form, { status, changed }) {
  const records = (list) => [...list.querySelectorAll("[data-record]")];
  /** @type {WeakMap<Element, Element>} the empty line of each list */
  const blanks = new WeakMap();

  const prepare = (place) => {
    for (const list of place.querySelectorAll("[data-list]")) {
      const blank = list.querySelector("[data-blank]");
      if (!blank) continue;
      blank.remove();
      blanks.set(list, blank);
      const box = list.parentElement;
      box.querySelectorAll("[data-with-script]").forEach((part) => (part.hidden = false));
      blank.querySelectorAll("[data-with-script]").forEach((part) => (part.hidden = false));
      box.querySelectorAll("[data-plain]").forEach((part) => (part.hidden = true));
    }
  };
  prepare(form);
  form.addEventListener("renewed", (event) => prepare(event.target.parentElement));

  let number = 1000; // a number of its own for each line that is added, so that labels belong to their field
  const add = (list) => {
    const line = blanks.get(list).cloneNode(true);
    number += 1;
    delete line.dataset.blank;
    for (const part of line.querySelectorAll("[id], [for]")) {
      for (const name of ["id", "for"]) if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replace(/-0$/, `-${number}`));
    }
    list.append(line);
    line.querySelector("input, textarea").focus();
  };

  const move = (line, step) => {
    const lines = records(line.parentElement);
    const other = lines[lines.indexOf(line) + step];
    if (!other) return;
    const inside = document.activeElement;
    if (step < 0) other.before(line);
    else other.after(line);
    inside.focus();
    status.say(status.words.moved.replace("#", records(line.parentElement).indexOf(line) + 1));
    changed(line, 0);
  };

  const remove = (line) => {
    const list = line.parentElement;
    const row = line.closest("[data-item]");
    const next = line.nextElementSibling || line.previousElementSibling;
    line.remove();
    (next ? next.querySelector("input, textarea") : row.querySelector("[data-add]")).focus();
    status.say(status.words.removed);
    changed(list, 0);
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    const line = button.closest("[data-record]");
    if ("add" in button.dataset) add(button.closest("[data-item]").querySelector("[data-list]"));
    else if (line && "up" in button.dataset) move(line, -1);
    else if (line && "down" in button.dataset) move(line, 1);
    else if (line && "away" in button.dataset) remove(line);
  });
  form.addEventListener("keydown", (event) => {
    const line = event.target.closest("[data-record]");
    if (!line || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    move(line, event.key === "ArrowUp" ? -1 : 1);
  });
}
