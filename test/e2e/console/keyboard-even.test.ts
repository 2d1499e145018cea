import { play } from './play.ts';

play('keyboard', 'even');
