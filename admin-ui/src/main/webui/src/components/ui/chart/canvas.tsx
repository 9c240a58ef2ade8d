import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useStrings } from "@/lib/i18n";
import { init, type EChartsType } from "./echarts";
import { groupsOf, optionOf, type Ink } from "./option";
import { spanOfSteps, type Plot, type PlotActions } from "./plot";
import { useBrush } from "./use-brush";
import classes from "./chart.module.css";

interface CanvasProps extends PlotActions {
  plot: Plot;
  height: number;
}

/** Draws a plot; screen readers get the table beside it instead. */
export default function Canvas({ plot, height, onZoom, onMarker }: CanvasProps) {
  const strings = useStrings();
  const scheme = useComputedColorScheme();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const stepAt = (x: number) => chart.current?.convertFromPixel({ xAxisIndex: 0 }, x) ?? 0;
  const brush = useBrush((from, to) => onZoom(spanOfSteps(plot, stepAt(from), stepAt(to))));

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
      chart.current?.setOption(optionOf(plot, inkOf(host.current), strings), { notMerge: true });
    }
  }, [plot, strings, scheme]);

  useEffect(() => {
    const drawn = chart.current;
    const open = ({ componentType, dataIndex }: { componentType: string; dataIndex: number }) => {
      const group = componentType === "markLine" ? groupsOf(plot)[dataIndex] : undefined;
      if (group) {
        onMarker(group.markers.map(({ id }) => id));
      }
    };
    drawn?.on("click", open as (event: unknown) => void);
    return () => void drawn?.off("click", open);
  }, [plot, onMarker]);

  return (
    <div className={classes.canvas} aria-hidden {...brush.handlers}>
      <div ref={host} style={{ height }} />
      {brush.box && <div className={classes.brush} style={brush.box} />}
    </div>
  );
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
