// What of a region's text cannot be read as it is drawn: cut off, or with another text over it.

/** Names, and what is said beside a time, may be cut with an ellipsis: they are whole in a label or where they lead. */
const NAMES = [
  ".block-name, .words-name, .window-name, .freeze-name, .freeze-label, .freeze-mark, .timeline-name, #inspector h2",
  ".block-aside, .words-second, .window-state, .fate, .clock-city, .mark-words",
].join();

/**
 * The texts of a region that are cut off by a box that does not scroll, or that lie over one another.
 *
 * @param {import("playwright-core").Locator} region
 * @returns {Promise<string[]>}
 */
export function illegible(region) {
  return region.evaluate((region, names) => {
    const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const isSaidOnly = (element) => {
      if (element.closest("svg, .print-sheet")) return true;
      for (let around = element; around; around = around.parentElement) {
        if (getComputedStyle(around).clipPath === "inset(50%)") return true;
      }
      return false;
    };
    const texts = [];
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim() === "" || isSaidOnly(element) || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 0) texts.push({ node, element, box, words: node.data.trim() });
      }
    }
    /** The part of a text that shows; null where a box that scrolls has it elsewhere. */
    const seen = ({ element, box }) => {
      let { left, right, top, bottom } = box;
      let isCut = false;
      for (let around = element; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, textOverflow, webkitLineClamp, position } = getComputedStyle(around);
        const mayEnd = (textOverflow === "ellipsis" || webkitLineClamp !== "none") && element.closest(names);
        const [clipsX, clipsY] = [overflowX, overflowY].map((it) => it === "hidden" || it === "clip");
        const outer = around.getBoundingClientRect();
        if (overflowX !== "visible" || overflowY !== "visible") {
          const shown = { left: Math.max(left, outer.left), right: Math.min(right, outer.right), top: Math.max(top, outer.top), bottom: Math.min(bottom, outer.bottom) };
          if (clipsX && shown.right - shown.left < right - left - 1) isCut ||= !mayEnd;
          // A line is higher than its letters.
          if (clipsY && shown.bottom - shown.top < (bottom - top) * 0.7) isCut ||= !mayEnd;
          ({ left, right, top, bottom } = shown);
        }
        const isGone = right <= left || bottom <= top;
        if (isGone || position === "fixed") break;
      }
      return { isCut, left, right, top, bottom };
    };
    const found = [];
    const drawn = texts.map((text) => ({ ...text, ...seen(text) }));
    for (const { isCut, words, element } of drawn) if (isCut) found.push(`cut: ${words} (${element.className || element.tagName})`);
    const visible = drawn.filter(({ left, right, top, bottom }) => right - left > 1 && bottom - top > 4);
    for (const [place, one] of visible.entries()) {
      for (const other of visible.slice(place + 1)) {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        // What opens over the page or stays in place while the rest scrolls is above it for good.
        const layer = (element) => element.closest("[popover], dialog, .month-head, .week-heads, .agenda-day h3, .timeline-head, .timeline-foot, .after-cutoff");
        if (one.node !== other.node && width > 1.5 && height > 3 && layer(one.element) === layer(other.element)) found.push(`over one another: ${one.words} / ${other.words}`);
      }
    }
    return [...new Set(found)];
  }, NAMES);
}
