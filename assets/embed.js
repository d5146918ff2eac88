// <letterbook-viewer>: an edition, or a letter of it, in the page of a museum or a course.
//
//   <script src="LETTERS/embed.js" defer></script>
//   <letterbook-viewer letter="L00806"></letterbook-viewer>
//
// Attributes: `src`, the address of the edition (that of this script); `letter`, the identifier of a letter; `view`, in
// place of a letter: letters, timeline, persons, places, organisations, works, events, offices (letters); `lang`, the
// language of the interface, where the edition offers it (its own); `height`, `auto` to be as high as what is shown, or
// a length of CSS, a mere number being one in pixels (auto); `dom="light"`: the text of the letter stands in the page itself,
// for tools that annotate it. Where its host does not let it be read, it is shown in a frame all the same.
// Events: `letterbook:height` ({ height }, in CSS pixels) and `letterbook:navigate` ({ address, title }).
//
// The edition runs in a frame of its own inside a shadow root: no style, key, global, address or history of the page
// around is touched, and several stand beside each other.

(() => {
  // A module would need the leave of its host to be loaded from another.
  const HERE = new URL("./", document.currentScript.src).href;
  const FOLDERS = { letters: "", timeline: "chronology/" };
  /** So long a frame has to answer once it is loaded, in milliseconds: one of the edition does so at once. */
  const PATIENCE = 2000;
  const MISSING = {
    en: "This is not in the edition:",
    de: "Das ist nicht in der Edition:",
    ru: "Этого нет в издании:",
  };
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
      const stays = /[A-Za-z0-9_-]/.test(sign) || (sign === "." && at > 0 && id !== "index.html");
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
    #waiting;

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
      return page === "letter/" ? "" : page;
    }

    get #edition() {
      const src = this.getAttribute("src");
      return src ? new URL(src.endsWith("/") ? src : `${src}/`, document.baseURI).href : HERE;
    }

    #show() {
      this.#port?.close();
      this.#port = undefined;
      if (this.getAttribute("dom") === "light") this.#text();
      else this.#frame();
    }

    #frame() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      const frame = document.createElement("iframe");
      frame.name = "letterbook-viewer";
      // Its own language has no folder: the frame knows which has.
      const lang = this.getAttribute("lang");
      frame.src = `${this.#edition}embed/${this.#page}${lang ? `?${new URLSearchParams({ lang })}` : ""}`;
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
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#miss(frame), PATIENCE);
    }

    /** What came is no page of the edition: a letter that is not there, a view that is none. */
    #miss(frame) {
      if (!frame.isConnected) return;
      const name = this.getAttribute("letter") ?? this.getAttribute("view") ?? this.#edition;
      console.error(`letterbook-viewer: ${frame.src} is no page of the edition`);
      const tongue = (this.getAttribute("lang") ?? document.documentElement.lang).split("-")[0];
      const link = document.createElement("a");
      link.href = this.#edition;
      link.textContent = name;
      const said = document.createElement("p");
      said.append(MISSING[tongue] ?? MISSING.en, " ", link);
      frame.replaceWith(said);
    }

    #heard(frame, data) {
      clearTimeout(this.#waiting);
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
      if (frame) frame.style.blockSize = height === "auto" ? "" : /^\d+$/.test(height.trim()) ? `${height.trim()}px` : height;
    }

    /** The letter as elements of the page itself, without styles and without a program. */
    async #text() {
      let address = `${this.#edition}${this.#page}`;
      const brought = async () => {
        const answer = await fetch(address).catch((error) => ({ ok: false, status: error }));
        if (!answer.ok) console.error(`${address}: ${answer.status}`);
        return answer.ok ? parsed(await answer.text()) : undefined;
      };
      let page = await brought();
      const lang = this.getAttribute("lang");
      const tongue = page?.documentElement.lang === lang ? undefined : page?.querySelector(`a[hreflang="${CSS.escape(lang ?? "")}"]`);
      if (tongue) {
        address = new URL(tongue.getAttribute("href"), address).href;
        page = await brought();
      }
      const letter = page?.querySelector("article.letter");
      if (!this.#shown) return;
      if (!letter) {
        this.#frame();
        return;
      }
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
        link.setAttribute("href", href.startsWith("#") ? `#${named(href.slice(1))}` : new URL(href, address).href);
      }
      this.replaceChildren(document.adoptNode(letter));
      this.dispatchEvent(
        new CustomEvent("letterbook:navigate", { detail: { address, title: page.title }, bubbles: true, composed: true }),
      );
    }
  }

  if (!customElements.get("letterbook-viewer")) customElements.define("letterbook-viewer", LetterbookViewer);
})();
