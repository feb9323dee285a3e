class Account {
  static #count = 0;
  #balance = 0;
  owner: string;
  [`key${1}`] = () => this;
  constructor(owner: string, private readonly limit = 10) {
    this.owner = owner;
  }
  get balance() { return this.#balance }
  set balance(value) { this.#balance = value }
  deposit(amount: number) { this.#balance += amount }
  #check() { return #balance in this }
  static { Account.#count++ }
}
class Savings extends Account {
  rate = super.balance;
  constructor() {
    const make = () => super("me");
    try { make() } finally { this.rate++ }
  }
  deposit(amount: number) { super.deposit(amount + 1) }
}
const Anonymous = class extends Savings {};
