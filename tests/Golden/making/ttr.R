# Figures of TTR 0.24.3 for the indicators that sp500-indicators-ttr.csv.gz does not hold. From the repository's root:
#   Rscript tests/Golden/making/ttr.R
suppressMessages(library(TTR))
source("tests/Golden/making/table.R")

alma <- ALMA(C, n = 9, offset = 0.85, sigma = 6)
macd <- MACD(C, 12, 26, 9, percent = TRUE)
keltner <- keltnerChannels(cbind(H, L, C), n = 20, atr = 2)
smi <- SMI(cbind(H, L, C), n = 13, nFast = 2, nSlow = 25, nSig = 9)
kst <- KST(C)
emv <- EMV(cbind(H, L), V, n = 9)
trix <- TRIX(C, n = 20)
mean20 <- SMA(C, 20)
ohlc <- cbind(O, H, L, C)

write_figures("sp500-indicators-ttr-more.csv.gz", data.frame(
  alma = as.numeric(alma),
  evwma = EVWMA(C, V, 20),
  ppo = macd[, 1], ppo_signal = macd[, 2],
  keltner_lower = keltner[, "dn"], keltner_middle = keltner[, "mavg"], keltner_upper = keltner[, "up"],
  ultimate = as.numeric(ultimateOscillator(cbind(H, L, C))),
  smi = smi[, 1], smi_signal = smi[, 2],
  kst_signal = kst[, 2],
  emv_value = emv[, 1], emv_average = emv[, 2],
  trix_signal = trix[, 2],
  dpo = c(rep(NA, 11), C[1:(n - 11)]) - mean20,
  williams_ad = as.numeric(williamsAD(cbind(H, L, C))),
  ad_line = as.numeric(chaikinAD(cbind(H, L, C), V)),
  percent_rank = as.numeric(runPercentRank(C, 50)),
  volatility_close = as.numeric(volatility(C, n = 21, calc = "close", N = 252)),
  volatility_parkinson = as.numeric(volatility(ohlc, n = 20, calc = "parkinson", N = 252)),
  volatility_garman_klass = as.numeric(volatility(ohlc, n = 20, calc = "garman.klass", N = 252)),
  volatility_rogers_satchell = as.numeric(volatility(ohlc, n = 20, calc = "rogers.satchell", N = 252)),
  volatility_yang_zhang = as.numeric(volatility(ohlc, n = 20, calc = "yang.zhang", N = 252)),
  sum = runSum(C, 20),
  correlation = runCor(C, V, 20),
  covariance = runCov(C, V, 20),
  beta = runCov(V, C, 20) / runVar(C, n = 20),
  z_score = (C - mean20) / runSD(C, 20),
  median_even = runMedian(C, 14), mad_odd = runMAD(C, 15)))
