// The way back: what the reader followed stands where it stood, once it is on the page again. A page that lives draws itself anew,
// long lists grow for a while, and rows that were never seen have no height yet: how far down somebody was says little then.

/** The links that were followed last: on which page, where to, which of those that lead there, and how far below the upper edge of
 * the window. */
const followed = new Map();

/** The links of a page that lead somewhere, without those that are not shown. */
const links = (href) => [...document.querySelectorAll(`#main a[href="${CSS.escape(href)}"]`)].filter((link) => link.getClientRects().length > 0);

addEventListener(
  "click",
  ({ target }) => {
    const link = target.closest?.("#main a[href]");
    if (!link) return;
    const href = link.getAttribute("href");
    followed.set(location.href, [href, links(href).indexOf(link), link.getBoundingClientRect().top]);
  },
  true,
);

/** So often the link is looked for, and so long apart, in milliseconds. */
const LOOKS = 60;
const APART = 100;

/** Which way back is gone; the last one holds, and ends when the reader goes on by themselves. */
let turn = 0;
const goOn = () => (turn += 1);
for (const input of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(input, goOn, { passive: true });

addEventListener("popstate", () => {
  const own = goOn();
  const [href, nth, top] = followed.get(location.href) ?? [];
  if (!href) return;
  let link;
  // How far down the page it stood when it was in its place.
  let placed;
  const look = (left) => {
    if (own !== turn || left === 0) return;
    setTimeout(look, APART, left - 1);
    if (!link?.isConnected) link = links(href)[nth];
    if (!link || link.closest(".is-going")) return;
    const at = link.getBoundingClientRect().top;
    const [off, down] = [at - top, at + scrollY];
    if (Math.abs(off) <= 1) placed = down;
    // Nothing moved but the window: by the reader, in whatever way.
    else if (Math.abs(down - placed) <= 1) goOn();
    else scrollBy({ top: off, behavior: "instant" });
    // The Tab key goes on from there too.
    if ([document.body, document.getElementById("main")].includes(document.activeElement)) link.focus({ preventScroll: true });
  };
  look(LOOKS);
});
