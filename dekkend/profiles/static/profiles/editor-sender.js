// How does one field travel to the server, and what happens when it does not arrive?

const LOOK = 600; // milliseconds after a save before what stands beside it is asked for
const AGAIN = [2000, 5000, 10000, 30000]; // milliseconds to wait before each new try

export class Sender {
  constructor(form, { status, keeper, rows }) {
    Object.assign(this, { form, status, keeper, rows, leaving: false });
    /** @type {Set<string>} paths that are under way */
    this.busy = new Set();
    /** @type {Set<string>} paths that could not be sent */
    this.stuck = new Set();
    /** @type {Map<string, number>} rows that are looked at again soon */
    this.looks = new Map();
    this.tries = 0;
    this.timer = 0;
  }

  waiting() {
    return this.busy.size > 0 || this.stuck.size > 0 || [...this.form.querySelectorAll("[data-item]")].some((row) => this.rows.touched(row));
  }

  /** Sends what stands in the row, once at a time; what was typed meanwhile goes after it. */
  async send(row, deed = "") {
    const path = row.dataset.item;
    if (!row.isConnected) row = this.rows.find(path);
    if (!row || this.busy.has(path) || (!deed && ("clash" in row.dataset || !this.rows.touched(row)))) return;
    const mark = this.rows.mark(row);
    const body = new FormData();
    body.append("path", path);
    body.append("part", this.form.dataset.part);
    body.append("do", deed);
    for (const [name, value] of this.rows.fields(row)) body.append(name, value);
    for (const field of row.querySelectorAll("[data-was], [data-base], [data-clash-base], [data-aside]")) body.append(field.name, field.value);
    this.busy.add(path);
    this.status.show("saving");
    const answer = await this.post(body);
    this.busy.delete(path);
    if (!answer) return void this.hold(path);
    this.stuck.delete(path);
    this.tries = 0;
    this.take(row, mark, answer, deed);
  }

  /** A button beside the field. What was typed there goes with it. */
  async deed(row, deed) {
    while (this.busy.has(row.dataset.item)) await new Promise((done) => setTimeout(done, 50));
    await this.send(row, deed);
  }

  take(row, mark, answer, deed) {
    const path = row.dataset.item;
    const later = this.rows.mark(row) !== mark;
    if (answer.never) this.keeper.forget(path);
    if (answer.state === "clash" || answer.state === "refused") {
      this.rows.settle(row, mark);
      this.status.show(answer.state);
      if (later && answer.state === "refused") return void this.send(row);
      const fresh = this.rows.renew(row, answer.row, { whole: answer.state === "clash" || !later });
      const box = fresh.querySelector("[data-clash-box]");
      if (box) box.focus();
      return;
    }
    if (!later) this.keeper.drop(path);
    if (answer.state === "merged" && later) return void this.send(row); // with the old base, so that this is merged as well
    this.rows.settle(row, mark);
    if (!answer.row) return void this.stored(row, answer, later);
    const inside = row.contains(document.activeElement) && document.activeElement.id;
    const fresh = this.rows.renew(row, answer.row, { whole: !later && (answer.state === "merged" || Boolean(deed)) });
    if (inside && fresh !== row) (document.getElementById(inside) || fresh.querySelector("textarea, input:not([type=hidden])"))?.focus();
    this.contents(answer.toc);
    this.status.saved(answer.state === "merged" ? "merged" : "", answer.name);
    if (later) this.send(this.rows.find(path));
  }

  /** Most saves: nothing to show but that it is stored. What is said about the answer is asked for when the typing pauses. */
  stored(row, answer, later) {
    if (answer.base) {
      row.querySelector("[data-was]").value = answer.was;
      row.querySelector("[data-base]").value = answer.base;
    }
    this.status.saved();
    for (const field of row.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      field.classList.remove("dk-input--invalid");
    }
    row.querySelectorAll(".dk-field__error").forEach((told) => told.remove());
    if (later) return void this.send(row);
    clearTimeout(this.looks.get(row.dataset.item));
    this.looks.set(row.dataset.item, setTimeout(() => this.look(row.dataset.item), LOOK));
  }

  async look(path) {
    const row = this.rows.find(path);
    if (!row || this.rows.touched(row) || "clash" in row.dataset) return;
    const mark = this.rows.mark(row);
    try {
      const address = `${this.form.dataset.here}?part=${encodeURIComponent(this.form.dataset.part)}&row=${encodeURIComponent(path)}`;
      const response = await fetch(address, { redirect: "manual", headers: { Accept: "application/json" } });
      if (!response.ok || this.rows.mark(row) !== mark || !row.isConnected) return;
      const answer = await response.json();
      this.rows.renew(row, answer.row);
      this.contents(answer.toc);
    } catch {
      // No connection: the next save says so.
    }
  }

  contents(html) {
    const list = document.querySelector("[data-toc]");
    if (html && list && !list.contains(document.activeElement) && !list.querySelector(":popover-open")) list.innerHTML = html;
  }

  /** The answer as an object, or null when it has to be sent again later; the status line then says why. */
  async post(body, fresh = false) {
    let response;
    try {
      const headers = { "X-CSRFToken": this.token(), Accept: "application/json" };
      response = await fetch(this.form.dataset.save, { method: "POST", body, headers, redirect: "manual", credentials: "same-origin" });
    } catch {
      return this.problem("offline");
    }
    if (response.type === "opaqueredirect" || response.status === 401) return this.problem("signed_out");
    if (response.status === 403) return !fresh && (await this.renewToken()) ? this.post(body, true) : this.problem("forbidden");
    if (response.status === 409) return this.problem("closed");
    if (response.status === 404) return this.problem("closed");
    if (!(response.headers.get("Content-Type") || "").includes("json")) return this.problem("broken");
    this.status.unlock();
    return response.json();
  }

  problem(word) {
    this.status.show(word, this.form.dataset.enter);
    return null;
  }

  token() {
    return this.form.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  /** After logging in again in another tab the old token is worth nothing; whoever is still allowed gets a new one. */
  async renewToken() {
    try {
      const response = await fetch(this.form.dataset.here, { redirect: "manual", headers: { Accept: "application/json" } });
      if (!response.ok) return false;
      this.form.querySelector("[name=csrfmiddlewaretoken]").value = (await response.json()).token;
      return true;
    } catch {
      return false;
    }
  }

  /** Everything that was typed, before the page goes. True when nothing is left here that the server has not. */
  async flush() {
    for (const row of this.form.querySelectorAll("[data-item]")) {
      while (this.busy.has(row.dataset.item)) await new Promise((done) => setTimeout(done, 50));
      await this.send(this.rows.find(row.dataset.item) || row);
    }
    return !this.waiting();
  }

  hold(path) {
    this.stuck.add(path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), AGAIN[Math.min(this.tries++, AGAIN.length - 1)]);
  }

  async again() {
    for (const path of [...this.stuck]) {
      const row = this.rows.find(path);
      if (row) await this.send(row);
      if (this.stuck.has(path)) return;
    }
  }
}
