// <letterbook-viewer>: an edition, or a letter of it, in the page of a museum or a course.
//
//   <script src="LETTERS/embed.js" defer></script>
//   <letterbook-viewer letter="L00806"></letterbook-viewer>
//
// Attributes: `src`, the address of the edition (that of this script); `letter`, the identifier of a letter; `view`, in
// place of a letter: letters, timeline, persons, places, organisations, works, events, offices (letters); `lang`, the
// language of the interface, where the edition offers it (its own); `height`, `auto` to be as high as what is shown, or
// a length of CSS (auto); `dom="light"`: the text of the letter stands in the page itself, for tools that annotate it.
// Events: `letterbook:height` ({ height }, in CSS pixels) and `letterbook:navigate` ({ address, title }).
//
// The edition runs in a frame of its own inside a shadow root: no style, key, global, address or history of the page
// around is touched, and several stand beside each other.

(() => {
  // A module would need the leave of its host to be loaded from another.
  const HERE = new URL("./", document.currentScript.src).href;
  const FOLDERS = { letters: "", timeline: "chronology/" };
  const STYLE = `
    :host { display: block; min-block-size: 12rem; }
    :host([hidden]) { display: none; }
    iframe { display: block; inline-size: 100%; block-size: 100%; min-block-size: inherit; border: 0; color-scheme: auto; }
  `;

  /** An identifier as a folder of the edition, as `src/route.rs` writes it. */
  function segment(id) {
    let out = "";
    new TextEncoder().encode(id).forEach((byte, at) => {
      const sign = String.fromCharCode(byte);
      const stays = /[A-Za-z0-9_-]/.test(sign) || (sign === "." && at > 0);
      out += stays ? sign : `~${byte.toString(16).padStart(2, "0")}`;
    });
    if (out.length <= 120) return out;
    let sum = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(id)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
    return `${out.slice(0, 120)}~${sum.toString(16).padStart(16, "0")}`;
  }

  // Made when it is needed: a page may name the policies that it allows.
  let policy;
  function parsed(text) {
    policy ??= globalThis.trustedTypes?.createPolicy("letterbook-viewer", { createHTML: (page) => page });
    return new DOMParser().parseFromString(policy?.createHTML(text) ?? text, "text/html");
  }

  class LetterbookViewer extends HTMLElement {
    static observedAttributes = ["src", "letter", "view", "lang", "height", "dom"];
    #port;
    #due = false;
    #shown = false;

    connectedCallback() {
      this.#shown = true;
      this.#show();
    }

    disconnectedCallback() {
      this.#shown = false;
      this.#port?.close();
      this.#port = undefined;
    }

    attributeChangedCallback(name, before, after) {
      // Before it is in the page nothing is shown; then all attributes count at once.
      if (!this.#shown || before === after) return;
      if (name === "height") this.#resize();
      else if (!this.#due) {
        // Several attributes that change together are one change.
        this.#due = true;
        queueMicrotask(() => {
          this.#due = false;
          if (this.#shown) this.#show();
        });
      }
    }

    /** The page of what is asked for, from the beginning of the edition. */
    get #page() {
      const letter = this.getAttribute("letter");
      const view = this.getAttribute("view") ?? "letter";
      const page = letter && view === "letter" ? `letters/${segment(letter)}/` : (FOLDERS[view] ?? `${view}/`);
      const lang = this.getAttribute("lang");
      return (lang ? `${segment(lang)}/` : "") + (page === "letter/" ? "" : page);
    }

    get #edition() {
      const src = this.getAttribute("src");
      return src ? new URL(src.endsWith("/") ? src : `${src}/`, document.baseURI).href : HERE;
    }

    #show() {
      this.#port?.close();
      this.#port = undefined;
      if (this.getAttribute("dom") === "light") {
        this.#text();
        return;
      }
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      const frame = document.createElement("iframe");
      frame.name = "letterbook-viewer";
      frame.src = `${this.#edition}embed/${this.#page}`;
      frame.title = this.getAttribute("title") ?? this.getAttribute("letter") ?? "Letterbook";
      frame.addEventListener("load", () => this.#meet(frame));
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      root.replaceChildren(frame);
      this.#resize();
    }

    /** Hands a port to the frame: nothing is listened for at the window of the page. */
    #meet(frame) {
      const { port1, port2 } = new MessageChannel();
      this.#port?.close();
      this.#port = port1;
      port1.onmessage = ({ data }) => this.#heard(frame, data);
      frame.contentWindow.postMessage("letterbook:port", new URL(frame.src).origin, [port2]);
    }

    #heard(frame, data) {
      if (data?.type === "letterbook:height") {
        if ((this.getAttribute("height") ?? "auto") === "auto") frame.style.blockSize = `${data.height}px`;
      } else if (data?.type === "letterbook:navigate") {
        if (!this.hasAttribute("title")) frame.title = data.title;
      } else return;
      const { type, ...detail } = data;
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }

    #resize() {
      const frame = this.shadowRoot?.querySelector("iframe");
      const height = this.getAttribute("height") ?? "auto";
      if (frame) frame.style.blockSize = height === "auto" ? "" : height;
    }

    /** The letter as elements of the page itself, without styles and without a program. */
    async #text() {
      const address = `${this.#edition}${this.#page}`;
      const answer = await fetch(address).catch((error) => ({ ok: false, status: error }));
      if (!answer.ok) {
        console.error(`${address}: ${answer.status}`);
        return;
      }
      const page = parsed(await answer.text());
      const letter = page.querySelector("article.letter");
      if (!letter || !this.#shown) return;
      for (const part of letter.querySelectorAll("nav, button, .letter__aids, .permalink, .visually-hidden")) part.remove();
      for (const element of letter.querySelectorAll("[interestfor], [tabindex]")) {
        element.removeAttribute("interestfor");
        element.removeAttribute("tabindex");
      }
      // Several letters may stand in the page, and the page has names of its own.
      const named = (id) => `letterbook-${segment(this.getAttribute("letter") ?? "")}-${id}`;
      for (const element of letter.querySelectorAll("[id]")) element.id = named(element.id);
      for (const name of ["aria-details", "aria-labelledby"]) {
        for (const element of letter.querySelectorAll(`[${name}]`)) element.setAttribute(name, named(element.getAttribute(name)));
      }
      for (const link of letter.querySelectorAll("a[href]")) {
        const href = link.getAttribute("href");
        // Notes are reached in the page; all else is in the edition.
        link.setAttribute("href", href.startsWith("#") ? `#${named(href.slice(1))}` : new URL(href, answer.url).href);
      }
      this.replaceChildren(document.adoptNode(letter));
      this.dispatchEvent(
        new CustomEvent("letterbook:navigate", { detail: { address, title: page.title }, bubbles: true, composed: true }),
      );
    }
  }

  if (!customElements.get("letterbook-viewer")) customElements.define("letterbook-viewer", LetterbookViewer);
})();
