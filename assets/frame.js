// A page of the edition in a frame of somebody else's page: says how high it is and where the reader has gone. Nothing is
// stored, and the history of the page around is left alone.

const root = document.documentElement;
const foot = document.querySelector(".shell__footer--frame a");

// The language that the page around wants, where the edition offers it: its own has no folder of its own.
const wish = new URLSearchParams(location.search).get("lang");
const tongue = wish && wish !== root.lang && document.querySelector(`#settings a[hreflang="${CSS.escape(wish)}"]`);
if (tongue) {
  const edition = new URL(`../${root.dataset.shared}`, location.href).href;
  location.replace(`${edition}embed/${tongue.href.slice(edition.length)}`);
}

// The element of `embed.js` hands over a port, and names its frame; others hear at their own window.
const ofElement = name === "letterbook-viewer";
let port;
function say(message) {
  if (ofElement) port?.postMessage(message);
  else if (parent !== self) parent.postMessage(message, "*");
}

// Words that another frame or a popover makes longer change nothing here: what counts is what stands in the flow.
let height;
function measure() {
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now === height) return;
  height = now;
  say({ type: "letterbook:height", height });
  // Learning Tools Interoperability, as course systems read it.
  if (!ofElement) say({ subject: "lti.frameResize", height });
}

// The way back: the history of the browser is that of the page around.
const way = [];
const back = document.createElement("a");
const bar = document.createElement("p");
bar.className = "frame__back";
bar.append("← ", back);

let returning = false;
back.addEventListener("click", () => {
  returning = true;
});

function leadBack() {
  const page = address.split("#")[0];
  if (returning && page === way.at(-2)?.page) way.pop();
  else if (page !== way.at(-1)?.page) way.push({ page });
  returning = false;
  // Where the reader was in it counts too; its title is known once it is shown.
  Object.assign(way.at(-1), { address, title: document.title });
  const before = way.at(-2);
  if (before) {
    back.href = before.address;
    back.textContent = before.title.split(" · ")[0];
    document.body.prepend(bar);
  } else bar.remove();
}

let address;
function moved() {
  // Before the program has made it whole it is the way that was printed. What language was asked for is no part of it.
  const now = new URL(root.dataset.place, location.href).href.replace(/[?]lang=[^&#]*/, "");
  if (now === address) return;
  address = now;
  if (foot) foot.href = address;
  leadBack();
  say({ type: "letterbook:navigate", address, title: document.title });
}

addEventListener("message", (event) => {
  if (event.source !== parent || event.data !== "letterbook:port" || !event.ports[0]) return;
  port = event.ports[0];
  height = address = undefined;
  measure();
  moved();
});
new ResizeObserver(measure).observe(document.body);
new MutationObserver(moved).observe(root, { attributeFilter: ["data-place"] });
measure();
