import { defaultExclude, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The fault tests take minutes each: begun last, they would run on alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ({ moduleId }: TestSpecification) => moduleId.includes('/test/faults/');
    return (await super.sort(files)).toSorted(
      (one, other) => Number(long(other)) - Number(long(one)),
    );
  }
}

/** Their files start systems or browsers, or change the clock, the environment or the clients of their process. */
const ALONE = 'batch|browser|business-licence|faults|journeys|local|runtime|workflows'
  .split('|')
  .map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: './test/one-template.ts',
    maxWorkers: 3, // on two cores: the fault tests wait as long as they work
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        // half their time went into loading the same modules again for every file
        test: { name: 'together', exclude: [...defaultExclude, ...ALONE], isolate: false },
      },
    ],
  },
});
