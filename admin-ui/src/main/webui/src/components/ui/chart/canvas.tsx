import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useStrings } from "@/lib/i18n";
import { init, type EChartsType } from "./echarts";
import { optionOf, type Ink } from "./option";
import type { Plot } from "./plot";

/** Draws a plot; screen readers get the table beside it instead. */
export default function Canvas({ plot, height }: { plot: Plot; height: number }) {
  const { locale } = useStrings();
  const scheme = useComputedColorScheme();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);

  useEffect(() => {
    const element = host.current;
    if (!element) {
      return undefined;
    }
    const drawn = init(element);
    const resizing = new ResizeObserver(() => drawn.resize());
    resizing.observe(element);
    chart.current = drawn;
    return () => {
      resizing.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    if (host.current) {
      chart.current?.setOption(optionOf(plot, inkOf(host.current), locale), { notMerge: true });
    }
  }, [plot, locale, scheme]);

  return <div ref={host} style={{ height }} aria-hidden />;
}

function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element);
  const variable = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: variable("--mantine-color-dimmed"),
    line: variable("--line"),
    mark: variable("--quiet"),
    font: style.fontFamily,
  };
}
