// What does the line say: saved and when, or what is the matter? A screen reader hears it only when it changes in kind.

const CALM = new Set(["saving", "saved"]);
const STAYS = new Set(["signed_out", "forbidden", "closed"]);
const QUIET = 30000; // milliseconds before "saved" is said aloud again

export class Status {
  constructor(page) {
    this.words = {};
    for (const word of page.querySelectorAll("[data-word]")) this.words[word.dataset.word] = word.textContent;
    this.line = page.querySelector("[data-line]");
    this.text = page.querySelector("[data-line-text]");
    this.said = page.querySelector("[data-say]");
    this.lock = page.querySelector("[data-lock]");
    this.now = "";
    this.at = 0;
    this.spoken = 0;
    setInterval(() => this.tick(), 5000);
  }

  show(word, enter = "", name = "") {
    const told = (this.words[word] || "").replace("#", () => name);
    const was = this.now;
    this.now = word;
    const calm = CALM.has(word);
    this.line.hidden = false;
    this.line.classList.toggle("dk-save-line--warning", !calm);
    this.line.querySelector('[data-line-sign="check"]').hidden = word !== "saved";
    this.line.querySelector('[data-line-sign="warning"]').hidden = calm;
    this.text.textContent = word === "saved" ? `${this.words.saved}, ${this.ago()}` : told;
    if (!calm && word !== was) this.say(told);
    if (STAYS.has(word)) {
      this.lock.hidden = false;
      this.lock.querySelector("[data-lock-text]").textContent = told;
      this.lock.querySelector("[data-lock-enter]").hidden = word !== "signed_out";
      this.lock.querySelector("[data-lock-link]").href = enter || "#";
    }
  }

  saved(word = "", name = "") {
    const trouble = this.now && !CALM.has(this.now);
    this.at = Date.now();
    this.show(word || "saved", "", name);
    if (trouble && !word) this.say(this.words.back);
    else if (!word && Date.now() - this.spoken > QUIET) this.say(this.words.saved);
  }

  unlock() {
    this.lock.hidden = true;
  }

  say(text) {
    this.spoken = Date.now();
    this.said.textContent = text;
  }

  tick() {
    if (this.now === "saved") this.text.textContent = `${this.words.saved}, ${this.ago()}`;
  }

  ago() {
    const seconds = Math.round((Date.now() - this.at) / 1000);
    if (seconds < 2) return this.words.just;
    if (seconds < 60) return this.words.seconds.replace("#", seconds);
    return seconds < 120 ? this.words.minute : this.words.minutes.replace("#", Math.floor(seconds / 60));
  }
}
