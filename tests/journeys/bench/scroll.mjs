/** In the page: from the beginning to the end, at once in each frame; how long the frames took. */
export async function scroll() {
  const STEPS = 40;
  const page = document.documentElement;
  const to = (top) => scrollTo({ top, behavior: "instant" });
  const ended = () => scrollY + page.clientHeight >= page.scrollHeight - 1;
  const frames = [];
  to(0);
  let last = await new Promise(requestAnimationFrame);
  // The page grows while it is laid out, and what a step lets appear is laid out in the frame after it.
  for (let step = 1; step <= STEPS || !ended(); step += 1) {
    if (step > 2 * STEPS) throw new Error(`scrolled to ${scrollY} of ${page.scrollHeight}`);
    to((page.scrollHeight * step) / STEPS);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  frames.push((await new Promise(requestAnimationFrame)) - last);
  return frames;
}
