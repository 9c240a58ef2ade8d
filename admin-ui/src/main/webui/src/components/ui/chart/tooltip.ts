import type { MarkerGroup } from "./markers";
import type { Plot } from "./plot";
import classes from "./chart.module.css";

interface TooltipWords {
  step: (step: string) => string;
  unpriced: (requests: number) => string;
}

interface Point {
  dataIndex: number;
}

/** Built as elements: HTML text with style attributes would need a hole in the page's policy. */
export function tooltipFor(plot: Plot, groups: MarkerGroup[], words: TooltipWords) {
  return (points: Point | Point[]): HTMLElement => {
    const step = [points].flat()[0]?.dataIndex ?? 0;
    const box = element("div", classes.tooltip ?? "");
    box.append(element("strong", "", words.step(plot.steps[step] ?? "")));
    for (const { name, color, values } of plot.series) {
      const value = values[step];
      box.append(row(name, value == null ? "–" : plot.format(Number(value)), color));
    }
    const unpriced = plot.unpriced?.[step] ?? 0;
    if (unpriced > 0) {
      box.append(element("div", "", words.unpriced(unpriced)));
    }
    for (const { title } of groups.find((group) => group.step === step)?.markers ?? []) {
      box.append(element("div", "", title));
    }
    return box;
  };
}

function row(name: string, value: string, color: string): HTMLElement {
  const line = element("div", classes.tooltipRow ?? "");
  const swatch = element("i", classes.swatch ?? "");
  swatch.style.background = color;
  line.append(swatch, element("span", "", name), element("b", "", value));
  return line;
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
