/** Ground and ink of everything that has a colour of its own: states, levels of compliance, and where a letter stands. */
type Pairs = Readonly<Record<string, readonly [ground: string, ink: string]>>;

/** National-neutral palette; every pair of ground and ink has a contrast of 4.5 or more, in light and in dark. */
export const light: { readonly plain: Readonly<Record<string, string>>; readonly pairs: Pairs } = {
  plain: {
    ...{ bg: "#f3f6f8", paper: "#fff", ink: "#14212e", quiet: "#4c5b69", line: "#d3dce3", edge: "#7d8c99" },
    ...{ bar: "#0b3a63", key: "#0b3a63", "on-bar": "#fff", link: "#0b568f", accent: "#0f766e", wrong: "#a11d15" },
  },
  pairs: {
    ".overdue,.alert,.bottom,.l-bounced,.l-failed,.l-complained": ["#fbe0dc", "#941b14"],
    ".breached": ["#8c1d18", "#fff"],
    ".due": ["#ffedbf", "#664200"],
    ".late": ["#eceed3", "#515811"],
    ".met,.high,.done,.l-delivered": ["#dcf1e6", "#125c39"],
    ".upcoming,.count,.group,.l-queued,.l-sending,.l-sent": ["#e6eef5", "#33516e"],
    ".waived,.l-dropped": ["#e9e8f4", "#4a4582"],
    ".top": ["#b3e2ca", "#0c4a2d"],
    ".fair": ["#fbf3cc", "#5f4b00"],
    ".low,.l-unknown,.l-held": ["#fbdcae", "#6b3600"],
    ".unchecked": ["#d3dce3", "#14212e"],
    ".holiday": ["#fbe0dc", "#941b14"],
    ".dayoff": ["#fbdcae", "#6b3600"],
    ".transferred,.extra_dayoff": ["#fff3d1", "#5c4100"],
    ".extra_workday": ["#dcf1e6", "#125c39"],
    ".none": ["#fff", "#4c5b69"],
    ".demo,.note": ["#fff3d1", "#5c4100"],
  },
};

export const dark: typeof light = {
  plain: {
    ...{ bg: "#0e161d", paper: "#16212b", ink: "#e4ebf0", quiet: "#a3b3c0", line: "#2b3a47", edge: "#6d7f8e" },
    ...{ bar: "#0a2a47", key: "#2f6190", "on-bar": "#eef5fa", link: "#84c1f0", accent: "#5fc4ba", wrong: "#ff9d92" },
  },
  pairs: {
    ".overdue,.alert,.bottom,.l-bounced,.l-failed,.l-complained": ["#54201d", "#ffc9c2"],
    ".breached": ["#f0928a", "#3a0805"],
    ".due": ["#4a3809", "#ffdf94"],
    ".late": ["#363b17", "#dfe4a6"],
    ".met,.high,.done,.l-delivered": ["#15402c", "#a5e5c3"],
    ".upcoming,.count,.group,.l-queued,.l-sending,.l-sent": ["#20344a", "#b4d0ea"],
    ".waived,.l-dropped": ["#322f52", "#cbc7f2"],
    ".top": ["#1d5c3f", "#c5f3da"],
    ".fair": ["#403a14", "#f2e4a0"],
    ".low,.l-unknown,.l-held": ["#55360f", "#ffd9a3"],
    ".unchecked": ["#2b3a47", "#e4ebf0"],
    ".holiday": ["#54201d", "#ffc9c2"],
    ".dayoff": ["#55360f", "#ffd9a3"],
    ".transferred,.extra_dayoff": ["#3d3210", "#f7df9f"],
    ".extra_workday": ["#15402c", "#a5e5c3"],
    ".none": ["#16212b", "#a3b3c0"],
    ".demo,.note": ["#3d3210", "#f7df9f"],
  },
};

const rules = ({ plain, pairs }: typeof light): string => {
  const root = Object.entries(plain).map(([name, value]) => `--${name}:${value};`);
  return [
    `:root{${root.join("")}}`,
    ...Object.entries(pairs).map(([classes, [ground, ink]]) => `${classes}{--g:${ground};--i:${ink}}`),
  ].join("");
};

export const colours = `:root{color-scheme:light dark}${rules(light)}@media (prefers-color-scheme:dark){${rules(dark)}}`;
