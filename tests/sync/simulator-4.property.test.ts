import { describeHistories } from './simulator/shard.ts';

describeHistories(4);
