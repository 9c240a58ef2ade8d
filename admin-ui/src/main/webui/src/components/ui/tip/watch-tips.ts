import { placeOf } from "./place";

/** As long as it takes to move the pointer from what a tip is about to the tip itself. */
const LINGER = 150;

/**
 * Shows in one element what is said by the attribute `data-tip` of whatever the pointer is over or the keyboard is at.
 * Escape hides it, and the pointer may be moved onto it.
 */
export function watchTips(tip: HTMLElement): () => void {
  const watching = new AbortController();
  const on = { signal: watching.signal };
  const renamed = new MutationObserver(() => tell());
  let about: HTMLElement | undefined;
  let before: string | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    tip.textContent = about?.dataset.tip ?? "";
    if (about) {
      const { left, top } = placeOf(about.getBoundingClientRect(), tip.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      });
      tip.style.left = `${left}px`;
      tip.style.top = `${top}px`;
    }
  };
  const hide = () => {
    clearTimeout(leaving);
    renamed.disconnect();
    if (about) {
      describe(about, before);
      about = undefined;
      tip.hidePopover();
    }
  };
  const show = (element: HTMLElement) => {
    clearTimeout(leaving);
    if (element === about) {
      return;
    }
    hide();
    about = element;
    before = element.getAttribute("aria-describedby");
    describe(element, before ? `${before} ${tip.id}` : tip.id);
    renamed.observe(element, { attributeFilter: ["data-tip"] });
    tip.showPopover();
    tell();
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, LINGER);
  };

  const over = ({ target }: Event) => {
    const element = withTip(target);
    if (element) {
      show(element);
    } else if (target instanceof Node && tip.contains(target)) {
      clearTimeout(leaving);
    } else if (about && about !== document.activeElement) {
      leave();
    }
  };
  document.addEventListener("pointerover", over, on);
  document.addEventListener(
    "focusin",
    ({ target }) => {
      const element = withTip(target);
      if (element?.matches(":focus-visible")) {
        show(element);
      } else {
        hide();
      }
    },
    on,
  );
  document.addEventListener("focusout", hide, on);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), on);
  document.addEventListener("scroll", hide, { ...on, capture: true, passive: true });
  return () => {
    hide();
    watching.abort();
  };
}

/** What has something to say: the element itself or the one around it. */
function withTip(target: EventTarget | null): HTMLElement | undefined {
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
  return found?.dataset.tip ? found : undefined;
}

function describe(element: HTMLElement, by: string | null) {
  if (by === null) {
    element.removeAttribute("aria-describedby");
  } else {
    element.setAttribute("aria-describedby", by);
  }
}
