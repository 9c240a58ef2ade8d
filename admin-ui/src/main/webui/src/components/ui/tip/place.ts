export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

const GAP = 6;
const EDGE = 8;

/** Above what it is about, or under it where there is no room; never beyond the edge of the window. */
export function placeOf(about: Box, tip: Size, window: Size): { left: number; top: number } {
  const middle = about.left + about.width / 2 - tip.width / 2;
  const most = Math.max(EDGE, window.width - EDGE - tip.width);
  const above = about.top - GAP - tip.height;
  return {
    left: Math.min(Math.max(EDGE, middle), most),
    top: above >= EDGE ? above : about.top + about.height + GAP,
  };
}
