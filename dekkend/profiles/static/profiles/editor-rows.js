// What stands in the row of one item, and how does a fresh row from the server take its place without disturbing who is typing?

export class Rows {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    /** @type {Map<string, number>} how often each row was touched since the page came */
    this.count = new Map();
    /** @type {Map<string, number>} the count that was last stored */
    this.stored = new Map();
    /** A browser tells that a field was changed and left when its row is taken away; nobody typed then. */
    this.renewing = false;
  }

  /** @param {string} path */
  find(path) {
    return this.form.querySelector(`[data-item="${CSS.escape(path)}"]`);
  }

  touch(row) {
    this.count.set(row.dataset.item, this.mark(row) + 1);
  }

  mark(row) {
    return this.count.get(row.dataset.item) || 0;
  }

  touched(row) {
    return this.mark(row) !== (this.stored.get(row.dataset.item) || 0);
  }

  settle(row, mark) {
    this.stored.set(row.dataset.item, mark);
  }

  base(row) {
    return row.querySelector("[data-base]").value;
  }

  /** Every named input of the row, in order, as pairs; a file and what is no answer stay out. */
  fields(row) {
    const pairs = [];
    for (const field of row.querySelectorAll("input, textarea, select")) {
      if (!field.name || field.type === "file" || field.type === "hidden" || field.matches("[data-aside]")) continue;
      if (field.type === "radio" && !field.checked) continue;
      pairs.push([field.name, field.value]);
    }
    return pairs;
  }

  /** Puts kept pairs back into the row; a list gets as many lines as were kept. */
  fill(row, pairs) {
    const seen = new Map();
    for (const [name, value] of pairs) {
      const place = seen.get(name) || 0;
      seen.set(name, place + 1);
      const radio = row.querySelector(`[type="radio"][name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
      if (radio) {
        radio.checked = true;
        continue;
      }
      let fields = row.querySelectorAll(`[name="${CSS.escape(name)}"]`);
      if (place >= fields.length && row.querySelector("[data-add]")) {
        row.querySelector("[data-add]").click();
        fields = row.querySelectorAll(`[name="${CSS.escape(name)}"]`);
      }
      if (fields[place]) fields[place].value = value;
    }
  }

  /**
   * A fresh row from the server: whole when nobody is in it, else only what stands around the typing. What the next save starts from
   * stays as well then: it goes with the words that this browser has seen.
   */
  renew(row, html, { whole = false } = {}) {
    const box = document.createElement("template");
    box.innerHTML = html;
    const fresh = box.content.firstElementChild;
    if (!fresh) return row;
    if (whole || (!row.contains(document.activeElement) && !this.touched(row))) {
      this.renewing = true;
      row.replaceWith(fresh);
      this.renewing = false;
      fresh.dispatchEvent(new CustomEvent("renewed", { bubbles: true }));
      return fresh;
    }
    for (const part of ["[data-beside]", "[data-last]"]) {
      const old = row.querySelector(part);
      if (old && !old.contains(document.activeElement)) old.replaceWith(fresh.querySelector(part));
    }
    return row;
  }
}
