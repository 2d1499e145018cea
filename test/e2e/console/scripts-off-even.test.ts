import { play } from './play.ts';

play('scripts-off', 'even');
