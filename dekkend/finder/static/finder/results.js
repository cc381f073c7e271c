/* What does a script add to a result? A button to print, and a word when more schools are ticked than can be compared. The page works without. */
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const enough = document.querySelector("[data-most]");
const boxes = [...document.querySelectorAll('input[name="school"]')];
for (const box of enough ? boxes : []) {
  box.addEventListener("change", () => {
    const over = boxes.filter((each) => each.checked).length > Number(enough.dataset.most);
    if (over) {
      box.checked = false;
      box.closest("label").after(enough);
    }
    enough.hidden = !over;
  });
}
