import { useState } from "react";
import type { Rotation } from "@/lib/api/types";
import { isUnderWay } from "./rotation";

/**
 * Whether a rotation is watched: from when it is first seen under way to its end and beyond. The form that orders it may
 * be gone by the time its call has an answer, as the rotation is loaded anew meanwhile; so it can't be what says so.
 */
export function useWatched(rotation: Rotation | null | undefined, begun: boolean): boolean {
  const [watched, setWatched] = useState(begun);
  const isWatched = watched || begun || isUnderWay(rotation);
  if (isWatched !== watched) {
    setWatched(isWatched);
  }
  return isWatched;
}
