// How does a reviewer work with the keyboard alone? Enter saves, a digit chooses, S skips, Z takes back. Everything also works without this file.
"use strict";

(function () {
  const SWITCH = "dekkend-keys";
  const form = document.querySelector("[data-review]");
  if (!form) return;

  const page = document.querySelector(".dk-page-text");
  const current = document.getElementById("citaat");
  if (page && current) page.scrollTop = current.offsetTop - page.offsetTop - page.clientHeight / 3;

  // A text that is changed is the answer that is meant.
  for (const field of form.querySelectorAll("[data-picks]")) {
    field.addEventListener("input", () => {
      form.querySelector(`[name="choice"][value="${field.dataset.picks}"]`).checked = true;
    });
  }

  const help = form.querySelector("[data-keys]");
  const toggle = form.querySelector("[data-keys-switch]");
  const on = () => localStorage.getItem(SWITCH) !== "off";
  const show = () => {
    help.hidden = !on();
    toggle.hidden = false;
    toggle.textContent = on() ? toggle.dataset.off : toggle.dataset.on;
  };
  toggle.addEventListener("click", () => {
    localStorage.setItem(SWITCH, on() ? "off" : "on");
    show();
  });
  show();

  const first = form.querySelector('[name="choice"]:checked') || form.querySelector('[name="choice"]');
  if (location.hash === "#vraag" || !location.hash) first.focus({ preventScroll: true });

  const typing = (target) => target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  const acting = (target) => target.matches("a, button, summary");

  document.addEventListener("keydown", (event) => {
    if (!on() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "Enter") {
      if (acting(event.target)) return;
      event.preventDefault();
      form.requestSubmit();
    } else if (/^[1-9]$/.test(event.key)) {
      const choice = form.querySelectorAll('[name="choice"]')[Number(event.key) - 1];
      if (choice) {
        event.preventDefault();
        choice.checked = true;
        choice.focus();
      }
    } else if (event.key.toLowerCase() === "s") {
      const skip = form.querySelector("[data-skip]");
      if (skip) skip.click();
    } else if (event.key.toLowerCase() === "z") {
      const undo = document.querySelector("[data-undo]");
      if (undo) undo.requestSubmit();
    }
  });
})();
