import { useEffect, useRef } from "react";
import classes from "./tip.module.css";
import { watchTips } from "./watch-tips";

/** The one tip of the page: any element says with `data-tip` what it has to add. */
export default function Tips() {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => (tip.current ? watchTips(tip.current) : undefined), []);
  return <div ref={tip} id="tip" role="tooltip" popover="manual" className={classes.tip} />;
}
