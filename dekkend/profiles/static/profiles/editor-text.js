// How does a text field grow, count its words, and take pasted text without the styles of Word or of a web page?

const BULLET = /^[•·▪◦‣●○■o§*–—-]\s+/u;
const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "TR", "SECTION", "ARTICLE", "TABLE"]);
const SILENT = new Set(["STYLE", "SCRIPT", "TITLE", "META", "XML", "HEAD"]);

export function start(form, { status }) {
  const grows = CSS.supports("field-sizing", "content");
  const measure = (field) => {
    if (!grows && field.matches("textarea")) {
      field.rows = Math.max(field.rows, field.value.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 80), 0));
    }
    const place = field.closest(".dk-field")?.querySelector("[data-count]");
    if (place) {
      const number = (field.value.match(/\S+/g) || []).length;
      place.hidden = false;
      place.textContent = number === 1 ? status.words.word : status.words.words.replace("#", number);
    }
  };
  form.addEventListener("input", (event) => measure(event.target));
  form.addEventListener("renewed", (event) => event.target.querySelectorAll("textarea").forEach(measure));
  form.querySelectorAll("textarea").forEach(measure);

  // A field of one line that can grow takes no Enter of its own.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-line]") && !event.ctrlKey && !event.metaKey) event.preventDefault();
  });

  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (!field.matches("textarea") || !event.clipboardData) return;
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    if (!html && !BULLET.test(plain) && !plain.includes("\u00ad")) return;
    event.preventDefault();
    const text = html ? textOf(html) : tidy(plain);
    insert(field, field.matches("[data-line]") ? text.replace(/\s+/g, " ") : text);
    if (html) status.say(status.words.cleaned);
  });
}

/** The words of pasted HTML: paragraphs apart by an empty line, the items of a list each behind "- ". */
export function textOf(html) {
  const page = new DOMParser().parseFromString(plainly(html), "text/html");
  const lines = [""];
  const open = (start = "") => (lines[lines.length - 1].trim() ? lines.push(start) : (lines[lines.length - 1] = start));
  const gap = () => {
    if (lines[lines.length - 1].trim()) lines.push("");
    if (lines.length > 1 && lines[lines.length - 2] !== "") lines.push("");
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.nodeValue.replace(/[\t\n\r ]+/g, " ");
    } else if (node.nodeType === Node.ELEMENT_NODE && !SILENT.has(node.tagName)) {
      const item = node.tagName === "LI" || (node.dataset || {}).list === "item";
      if ((node.dataset || {}).list === "mark") return;
      if (node.tagName === "BR") return void lines.push("");
      if (item) open("- ");
      else if (BLOCKS.has(node.tagName)) gap();
      node.childNodes.forEach(walk);
      if (["TD", "TH"].includes(node.tagName)) lines[lines.length - 1] += " ";
      if (BLOCKS.has(node.tagName) && !item) gap();
    }
  };
  walk(page.body);
  return tidy(lines.join("\n"));
}

/** Without styles before it is read: the policy of the page has none. Of Word only stays what is an item of a list, and what its mark. */
function plainly(html) {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/\sstyle=("[^"]*"|'[^']*')/gi, (style) => {
      if (/mso-list:\s*ignore/i.test(style)) return ' data-list="mark"';
      return /mso-list:(?!\s*none)/i.test(style) ? ' data-list="item"' : "";
    });
}

/** Bullets of any kind as "- ", no soft hyphens, no more than one empty line. */
export function tidy(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\u00ad|\u200b|\ufeff/g, "")
    .replace(/\u00a0/g, " ")
    .split("\n")
    .map((line) => line.trim().replace(/^-\s+(?=[•·▪◦‣●○■–—]\s)/u, "").replace(BULLET, "- ").replace(/ {2,}/g, " "))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** With the browser's own way of typing, so that Ctrl+Z takes it back. */
function insert(field, text) {
  field.focus();
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
