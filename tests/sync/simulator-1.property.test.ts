import { describeHistories } from './simulator/shard.ts';

describeHistories(1);
