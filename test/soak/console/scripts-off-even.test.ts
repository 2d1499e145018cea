import { play } from '../../e2e/console/play.ts';

play('scripts-off', 'even');
