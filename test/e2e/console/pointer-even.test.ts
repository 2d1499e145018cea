import { play } from './play.ts';

play('pointer', 'even');
