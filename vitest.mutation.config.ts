import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { keptThreads } from "./test/mutation/kept-thread.ts";

/** Most mutants fall to any test that meets them: first come the texts as a whole, then the short files. */
class QuickFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ofTexts = ({ moduleId }: TestSpecification) => /\/test\/(docs|wording)\//.test(moduleId);
    const byLength = (await super.sort(files)).reverse();
    return [...byLength.filter(ofTexts), ...byLength.filter((file) => !ofTexts(file))];
  }
}

/** The quick, pure tests, by which Stryker judges core: `npm run mutation`, which says which of them. */
export default defineConfig({
  plugins: [
    {
      name: "kept-threads",
      // Stryker names the pool itself, so it is changed after everything was put together.
      configureVitest: ({ project }) => {
        Object.assign(project.config, { pool: keptThreads.name, poolRunner: keptThreads });
      },
    },
  ],
  // As tsconfig.json says, which Stryker's copy does not have.
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: process.env["MUTATION_TESTS"]?.split(" ") ?? ["test/core/**/*.test.ts"],
    exclude: ["test/core/**/*laws.test.ts"],
    isolate: false,
    sequence: { sequencer: QuickFilesFirst },
    testTimeout: 60_000,
    setupFiles: ["test/mutation/setup.ts"],
  },
});
