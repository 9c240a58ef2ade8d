import { useState, type PointerEvent } from "react";

/** A shorter way is a click. */
const SHORTEST = 6;

interface Drag {
  from: number;
  to: number;
}

/**
 * Dragging over an element from left to right, or back. Not by touch, which scrolls, nor by keyboard: both have the
 * page's range picker for the same.
 */
export function useBrush(onBrushed: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const xOf = (event: PointerEvent) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const width = drag ? Math.abs(drag.to - drag.from) : 0;
  return {
    box: drag && width >= SHORTEST ? { left: Math.min(drag.from, drag.to), width } : undefined,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType !== "touch" && event.button === 0) {
          setDrag({ from: xOf(event), to: xOf(event) });
        }
      },
      onPointerMove: (event: PointerEvent) => {
        if (drag && event.buttons === 0) {
          setDrag(null);
        } else if (drag) {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ ...drag, to: xOf(event) });
        }
      },
      onPointerUp: () => {
        setDrag(null);
        if (drag && width >= SHORTEST) {
          onBrushed(drag.from, drag.to);
        }
      },
      onPointerCancel: () => setDrag(null),
    },
  };
}
