// How does one find a school in a long list of boxes to tick? Each field narrows the list it names; without script the list is whole.
"use strict";

for (const part of document.querySelectorAll("[data-narrows]")) {
  const field = part.querySelector("input");
  const choices = document.querySelectorAll(`#${part.dataset.narrows} label`);
  part.hidden = false;
  field.addEventListener("input", () => {
    const words = field.value.trim().toLocaleLowerCase();
    // What is ticked stays in sight: nobody asks for a school that they do not see.
    for (const choice of choices) {
      choice.hidden = !choice.textContent.toLocaleLowerCase().includes(words) && !choice.querySelector("input").checked;
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
