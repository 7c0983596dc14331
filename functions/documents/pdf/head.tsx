import { quiet } from "../status/colours.ts";
import type { Node } from "./table.ts";

const HEIGHT = 72;

/** Words of a column's head turned by a quarter, on two lines where they are long. */
export function turnedHead(text: string, width: number): Node {
  const lines = linesOf(text);
  const first = width / 2 + (lines.length === 1 ? 2.5 : -1.5);
  const svg = (
    <svg aria-hidden="true" xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${HEIGHT}`} font-family="PTSans">
      {lines.map((words, index) => (
        <text
          transform={`translate(${first + index * 8},${HEIGHT - 2}) rotate(-90)`}
          font-size="7.5"
          font-weight="bold"
          fill={quiet}
        >
          {words}
        </text>
      ))}
    </svg>
  );
  return { svg: String(svg), width, height: HEIGHT };
}

/** How many characters stand in one line. */
const LINE = 17;

function linesOf(text: string): string[] {
  const gap = text.length <= LINE ? -1 : text.lastIndexOf(" ", LINE);
  return gap < 0 ? [text] : [text.slice(0, gap), text.slice(gap + 1)];
}
