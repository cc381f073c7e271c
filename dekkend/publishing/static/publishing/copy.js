// How does a text get from this page into another program? Each button names what it copies; without script a person selects it.
"use strict";

async function copy(part) {
  const isField = part instanceof HTMLTextAreaElement;
  const plain = isField ? part.value : part.innerText;
  if (navigator.clipboard && window.ClipboardItem) {
    const kinds = { "text/plain": new Blob([plain], { type: "text/plain" }) };
    if (!isField) kinds["text/html"] = new Blob([part.innerHTML], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(kinds)]);
    return;
  }
  // An address without encryption gives no clipboard: select the text and copy it as a person would.
  const chosen = window.getSelection();
  if (isField) part.select();
  else chosen.selectAllChildren(part);
  if (!document.execCommand("copy")) throw new Error("not copied");
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const part = document.getElementById(button.dataset.copy);
  const told = document.getElementById("gekopieerd");
  button.hidden = false;
  button.addEventListener("click", () => {
    copy(part).then(
      () => { told.textContent = button.dataset.done; },
      () => { told.textContent = button.dataset.failed; },
    );
  });
}
