enum Dir {
  Up,
  Down = 5,
  Left,
  Right = Left * 2,
}
enum Level {
  Low = "LOW",
  High = "HIGH",
}
const enum Flag {
  A = 1 << 0,
  B = 1 << 1,
  AB = A | B,
}
enum Mixed {
  N = 1,
  S = "s",
  Len = "abc".length,
  Ref = N,
}
console.log(Dir, Level, Dir.Left, Dir[5], Dir[Dir.Right], Level.High, Flag.AB, Mixed, Object.keys(Dir));
function name(d: Dir): string {
  switch (d) {
    case Dir.Up:
      return "up";
    case Dir.Down:
      return "down";
    default:
      return Dir[d];
  }
}
console.log(name(Dir.Up), name(Dir.Left), typeof Dir, Level["Low"], Dir["Up"] === 0);
enum Dir2 {
  X = "x",
}
namespace_free: {
  console.log(Object.values(Level), JSON.stringify(Dir2));
}
class Machine {
  state: Dir = Dir.Up;
  static readonly initial = Level.Low;
  turn(): this {
    this.state = this.state === Dir.Up ? Dir.Down : Dir.Up;
    return this;
  }
}
console.log(new Machine().turn().state, Machine.initial, new Machine());
let e: Level = Level.Low;
e = Level.High;
console.log(e, `${e}`, e.toLowerCase());
//= {
//=   '0': 'Up',
//=   '5': 'Down',
//=   '6': 'Left',
//=   '12': 'Right',
//=   Up: 0,
//=   Down: 5,
//=   Left: 6,
//=   Right: 12
//= } { Low: 'LOW', High: 'HIGH' } 6 Down Right HIGH 3 { '1': 'Ref', '3': 'Len', N: 1, S: 's', Len: 3, Ref: 1 } [
//=   '0',    '5',
//=   '6',    '12',
//=   'Up',   'Down',
//=   'Left', 'Right'
//= ]
//= up Left object LOW true
//= [ 'LOW', 'HIGH' ] {"X":"x"}
//= 5 LOW Machine { state: 0 }
//= HIGH HIGH high
