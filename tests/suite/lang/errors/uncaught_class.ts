class AppError extends Error {
  constructor(message, code) {
    super(message);
    this.name = "AppError";
    this.code = code;
  }
}
console.log("before");
throw new AppError("custom failure", 42);
//= before
//! AppError: custom failure
