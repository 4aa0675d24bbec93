# Figures from the published formulas, written down a second time, column-wise and without any package, for the indicators that neither
# TTR nor TA-Lib has. From the repository's root:
#   Rscript tests/Golden/making/formulas.R
source("tests/Golden/making/table.R")

lag1 <- function(x, k = 1) c(rep(NA, k), x[seq_len(length(x) - k)])
roll <- function(x, k, f) sapply(seq_along(x), function(i) if (i < k || anyNA(x[(i - k + 1):i])) NA else f(x[(i - k + 1):i]))
sma <- function(x, k) roll(x, k, mean)
wma <- function(x, k) roll(x, k, function(w) sum(w * 1:k) / sum(1:k))
ema <- function(x, k, ratio = 2 / (k + 1)) {
  e <- rep(NA, length(x)); s <- sum(is.na(x)) + k
  e[s] <- mean(x[(s - k + 1):s])
  for (i in (s + 1):length(x)) e[i] <- ratio * x[i] + (1 - ratio) * e[i - 1]
  e
}
TR <- pmax(H - L, abs(H - lag1(C)), abs(L - lag1(C)))
atr <- function(k) ema(TR, k, 1 / k)
mid <- (H + L) / 2

mcginley <- C
for (i in 2:n) mcginley[i] <- mcginley[i - 1] + (C[i] - mcginley[i - 1]) / (0.6 * 14 * (C[i] / mcginley[i - 1])^4)

d <- C - lag1(C)
cmo <- (roll(pmax(d, 0), 9, sum) - roll(pmax(-d, 0), 9, sum)) / roll(abs(d), 9, sum)
vidya <- rep(NA, n); vidya[9] <- C[9]
for (i in 10:n) { a <- 2 / 13 * abs(cmo[i]); vidya[i] <- a * C[i] + (1 - a) * vidya[i - 1] }
vidya[9] <- NA

fisher <- rep(NA, n); x <- 0; f <- 0
for (i in 10:n) {
  w <- mid[(i - 9):i]
  x <- 0.33 * 2 * ((mid[i] - min(w)) / (max(w) - min(w)) - 0.5) + 0.67 * x
  x <- max(min(x, 0.999), -0.999)
  f <- 0.5 * log((1 + x) / (1 - x)) + 0.5 * f
  fisher[i] <- f
}

tsi <- 100 * ema(ema(d, 25), 13) / ema(ema(abs(d), 25), 13)

# SuperTrend as two final bands first, then the trend.
a10 <- atr(10); up <- mid + 3 * a10; dn <- mid - 3 * a10
for (i in 12:n) {
  if (up[i] > up[i - 1] && C[i - 1] <= up[i - 1]) up[i] <- up[i - 1]
  if (dn[i] < dn[i - 1] && C[i - 1] >= dn[i - 1]) dn[i] <- dn[i - 1]
}
super <- direction <- rep(NA, n); direction[11] <- -1
for (i in 12:n) direction[i] <- if (C[i] > up[i]) 1 else if (C[i] < dn[i]) -1 else direction[i - 1]
super <- ifelse(direction > 0, dn, up)

middle <- function(k) (roll(H, k, max) + roll(L, k, min)) / 2
range14 <- roll(TR, 14, sum)
e9 <- ema(H - L, 9)

ha_close <- (O + H + L + C) / 4; ha_open <- (O + C) / 2
for (i in 2:n) ha_open[i] <- (ha_open[i - 1] + ha_close[i - 1]) / 2

nvi <- pvi <- rep(1000, n)
for (i in 2:n) {
  nvi[i] <- nvi[i - 1] * if (V[i] < V[i - 1]) C[i] / C[i - 1] else 1
  pvi[i] <- pvi[i - 1] * if (V[i] > V[i - 1]) C[i] / C[i - 1] else 1
}

P <- lag1((H + L + C) / 3); pH <- lag1(H); pL <- lag1(L)
fits <- t(sapply(1:n, function(i) if (i < 20) rep(NA, 4) else {
  m <- lm(C[(i - 19):i] ~ seq_len(20)); s <- summary(m)
  c(fitted(m)[20], coef(m)[2], s$r.squared, s$sigma)
}))
roc <- function(k) C / lag1(C, k) - 1
drawdown <- 100 * (C / roll(C, 14, max) - 1)
sd20 <- sqrt(roll(C, 20, function(w) mean((w - mean(w))^2)))
xs <- roll(C, 20, mean)

write_figures("sp500-indicators-formulas.csv.gz", data.frame(
  mcginley, vidya, fisher, fisher_trigger = lag1(fisher),
  awesome = sma(mid, 5) - sma(mid, 34),
  tsi, tsi_signal = ema(tsi, 13),
  coppock = wma(100 * (roc(14) + roc(11)), 10),
  supertrend = super, supertrend_direction = direction,
  ichimoku_conversion = middle(9), ichimoku_base = middle(26),
  ichimoku_a = lag1((middle(9) + middle(26)) / 2, 26), ichimoku_b = lag1(middle(52), 26),
  chandelier_long = roll(H, 22, max) - 3 * atr(22), chandelier_short = roll(L, 22, min) + 3 * atr(22),
  vortex_plus = roll(abs(H - lag1(L)), 14, sum) / range14, vortex_minus = roll(abs(L - lag1(H)), 14, sum) / range14,
  mass = roll(e9 / ema(e9, 9), 25, sum),
  choppiness = 100 * log(range14 / (roll(H, 14, max) - roll(L, 14, min)), 14),
  bull = H - ema(C, 13), bear = L - ema(C, 13),
  ha_open, ha_high = pmax(H, ha_open, ha_close), ha_low = pmin(L, ha_open, ha_close), ha_close,
  pivot = P, s1 = 2 * P - pH, s2 = P - (pH - pL), s3 = pL - 2 * (pH - P), r1 = 2 * P - pL, r2 = P + (pH - pL), r3 = pH + 2 * (P - pL),
  envelope_lower = 0.975 * xs, envelope_upper = 1.025 * xs,
  band_width = 4 * sd20 / xs,
  ulcer = sqrt(roll(drawdown^2, 14, mean)),
  force = ema(d * V, 13),
  pvt = cumsum(ifelse(is.na(d), 0, d / lag1(C) * V)),
  nvi, pvi,
  regression = fits[, 1], slope = fits[, 2], r_squared = fits[, 3], standard_error = fits[, 4]))
