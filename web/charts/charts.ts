// Curves and bars, drawn with uPlot. Owns how a chart looks and that it follows its box and the theme; what is plotted comes
// from the page, and so does the table that says the same in words. Loaded when somebody first plots something.

import uPlot from "uplot";
import styles from "uplot/dist/uPlot.min.css";

/** What is drawn: values at places, `null` where nothing was known. */
interface Plot {
  /** What the chart shows, for those who cannot see it. */
  label: string;
  /** What runs from left to right: `step`, `ms`. */
  axis: string;
  x: number[];
  series: { name: string; values: (number | null)[] }[];
}

/** A chart on the page. */
interface Handle {
  update(plot: Plot): void;
  destroy(): void;
}

const HEIGHT = 168;

/** Told apart by colour and by dashes; a limit is always the quiet dashed one. */
const INKS = ["--phase-running-mark", "--phase-blocked-mark", "--phase-working-fill", "--phase-sleeping-mark", "--mark-message"];
const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [1, 2]];

export function createChart(parent: HTMLElement, first: Plot): Handle {
  addStyles();
  let plot = first;
  let chart = draw(parent, plot);
  const again = () => {
    chart.destroy();
    chart = draw(parent, plot);
  };
  const resized = new ResizeObserver(() => {
    const width = parent.clientWidth;
    if (width > 0 && width !== chart.width) chart.setSize({ width, height: HEIGHT });
  });
  resized.observe(parent);
  const themed = new MutationObserver(again);
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-contrast", "data-projected"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", again);
  return {
    update(next) {
      const isSame = names(next) === names(plot) && next.axis === plot.axis;
      plot = next;
      if (isSame) chart.setData(data(plot));
      else again();
    },
    destroy() {
      resized.disconnect();
      themed.disconnect();
      scheme.removeEventListener("change", again);
      chart.destroy();
    },
  };
}

function names(plot: Plot): string {
  return plot.series.map(({ name }) => name).join("\n");
}

function data(plot: Plot): uPlot.AlignedData {
  return [plot.x, ...plot.series.map(({ values }) => values)];
}

function draw(parent: HTMLElement, plot: Plot): uPlot {
  const style = getComputedStyle(parent);
  const token = (name: string) => style.getPropertyValue(name).trim() || style.color;
  const font = `${token("--chart-font-size")} ${style.fontFamily}`;
  // A token may be a pair for light and dark, which a canvas cannot resolve by itself.
  const ink = (name: string) => resolved(parent, name);
  const axis = { stroke: ink("--ink-2"), font, grid: { stroke: ink("--lane-grid"), width: 1 }, ticks: { show: false } };
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const chart = new uPlot(
    {
      width: Math.max(parent.clientWidth, 120),
      height: HEIGHT,
      padding: [8, 12, 0, 0],
      cursor: { drag: { x: false, y: false } },
      scales: { x: { time: false }, y: { range: (_, least, most) => range(least, most) } },
      legend: { live: true },
      axes: [
        { ...axis, size: 26, values: (_, ticks) => ticks.map((tick) => `${tick} ${tick === ticks.at(-1) ? plot.axis : ""}`.trim()) },
        { ...axis, size: 46 },
      ],
      series: [
        { label: plot.axis },
        ...plot.series.map(({ name }, index) => ({
          label: name,
          stroke: ink(name === "limit" ? "--ink-3" : (INKS[index % INKS.length] ?? "--ink")),
          dash: name === "limit" ? [4, 4] : DASHES[index % DASHES.length],
          width: 2,
          paths: stepped,
          points: { show: plot.x.length < 40 ? undefined : false },
          spanGaps: false,
        })),
      ],
    },
    data(plot),
    parent,
  );
  // The table beside it says the same in words.
  chart.root.querySelector("canvas")?.setAttribute("aria-hidden", "true");
  return chart;
}

/** From nothing to a little above the most, so that a flat line is seen as such. */
function range(least: number | null, most: number | null): [number, number] {
  const [low, high] = [Math.min(least ?? 0, 0), Math.max(most ?? 1, 0)];
  const room = (high - low || 1) * 0.08;
  return [low < 0 ? low - room : 0, high + room];
}

function resolved(parent: HTMLElement, name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  parent.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function addStyles() {
  const id = "chart-styles";
  if (document.getElementById(id)) return;
  const element = document.createElement("style");
  element.id = id;
  element.textContent = styles;
  document.head.append(element);
}
