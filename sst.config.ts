/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  async app({ stage }) {
    const { readRegion } = await import("./stacks/settings.ts");
    const isProduction = stage === "production";
    return {
      name: "esep",
      home: "aws",
      removal: isProduction ? "retain" : "remove",
      protect: isProduction,
      providers: { aws: { version: "7.20.0", region: readRegion(process.env) } },
    };
  },
  async run() {
    const { deploy } = await import("./stacks/main.ts");
    return deploy();
  },
});
