import { play } from '../../e2e/console/play.ts';

play('pointer', 'even');
