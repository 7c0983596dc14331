import { installPlatform } from "./platform.ts";

installPlatform(process.cwd());
