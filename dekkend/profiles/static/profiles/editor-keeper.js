// What was typed and not stored yet, kept on this device per person, draft and field, also when the browser is closed.

const MARK = "dekkend-edit";

export class Keeper {
  /**
   * @param {string} person
   * @param {string} draft
   * @param {() => void} full called when this device has no room
   */
  constructor(person, draft, full) {
    this.start = `${MARK}:${person}:${draft}:`;
    this.full = full;
    /** @type {Set<string>} paths in which stands what may never be kept, here neither */
    this.never = new Set();
  }

  keep(path, fields, base) {
    if (this.never.has(path)) return;
    try {
      localStorage.setItem(this.start + path, JSON.stringify({ fields, base, at: Date.now() }));
    } catch {
      this.full();
    }
  }

  /** What stands there is on the screen and nowhere else, until the field is stored again. */
  forget(path) {
    this.never.add(path);
    localStorage.removeItem(this.start + path);
  }

  drop(path) {
    this.never.delete(path);
    localStorage.removeItem(this.start + path);
  }

  kept() {
    const found = {};
    for (let place = 0; place < localStorage.length; place += 1) {
      const key = localStorage.key(place);
      if (!key.startsWith(this.start)) continue;
      try {
        found[key.slice(this.start.length)] = JSON.parse(localStorage.getItem(key));
      } catch {
        localStorage.removeItem(key);
      }
    }
    return found;
  }

  /** Tells what is left of an earlier time and offers to put it back. */
  offer(page, rows, send) {
    const kept = Object.entries(this.kept()).filter(([path, found]) => !this.stands(rows, path, found));
    const box = page.querySelector("[data-kept]");
    if (!box || !kept.length || page.querySelector("[data-clash-box], .dk-field__error")) return;
    box.hidden = false;
    box.querySelector("[data-kept-text]").textContent = kept.map(([path, found]) => this.tell(rows, path, found)).join("; ");
    box.querySelector("[data-kept-back]").addEventListener("click", () => {
      box.hidden = true;
      for (const [path, found] of kept) this.back(rows, path, found, send);
    });
    box.querySelector("[data-kept-away]").addEventListener("click", () => {
      box.hidden = true;
      for (const [path] of kept) this.drop(path);
    });
  }

  /** Is this what the page shows already? Then it was stored after all. */
  stands(rows, path, found) {
    const row = rows.find(path);
    const same = row && JSON.stringify(rows.fields(row)) === JSON.stringify(found.fields);
    if (same) this.drop(path);
    return same;
  }

  tell(rows, path, found) {
    const row = rows.find(path);
    const link = document.querySelector(`[data-part-link="${CSS.escape(path.split(/[.[]/)[0])}"]`);
    const name = row ? row.querySelector(".dk-edit__label") : link;
    const moment = new Date(found.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    return `${name ? name.textContent.trim().replace(/\s+/g, " ") : path} (${moment})`;
  }

  back(rows, path, found, send) {
    const row = rows.find(path);
    if (!row) return;
    rows.fill(row, found.fields);
    row.querySelector("[data-base]").value = found.base;
    rows.touch(row);
    send(path);
  }
}
